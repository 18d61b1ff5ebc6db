/** What the pods of an MPI launcher and its workers need beyond what every pod gets. */
package warren.launch.mpi;
