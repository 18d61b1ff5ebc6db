/**
 * The role that gives workflows their storage. Each kind of storage has a provider; containers
 * learn how to mount storage from an annotation of the Workflow, whoever made the storage.
 */
package warren.operator.storage;
