/** Writes a {@link warren.launch.Workload} as Kubernetes objects. Pure, and the same every time. */
package warren.launch.render;
