/**
 * The role that runs containers: pins the profile, launches beside the job, watches the pods and
 * says in the user's words what they do, and takes them away.
 */
package warren.operator.containers;
