/**
 * The clock: alarms for deadlines, and regular sweeps, none of which delays an alarm. The only
 * package that knows Quartz.
 */
package warren.operator.deadlines;
