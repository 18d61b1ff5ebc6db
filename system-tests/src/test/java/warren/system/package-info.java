/** Every test that needs the cluster: one cluster a run, a namespace a test class. */
package warren.system;
