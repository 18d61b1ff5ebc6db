/**
 * The role that gives workflows their storage, here by directories on the nodes: made by a Job on
 * each Rabbit, then offered to pods by a claim and a volume.
 */
package warren.operator.storage;
