/** The clock: alarms for deadlines and regular sweeps. The only package that knows Quartz. */
package warren.operator.deadlines;
