/**
 * {@code warren plan}: what a job would run where, and the objects it would make. Nothing is
 * touched, and the same question has the same answer, byte for byte.
 */
package warren.cli.plan;
