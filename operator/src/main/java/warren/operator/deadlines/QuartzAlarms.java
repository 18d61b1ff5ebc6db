package warren.operator.deadlines;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

/**
 * One Quartz trigger an alarm, in a group a workflow; one Quartz job a sweep.
 *
 * <p>Quartz's own threads never wait: they tell the listener of an alarm, or start a sweep in the
 * sweep's own thread. So a sweep that hangs delays no alarm.
 */
public final class QuartzAlarms implements Alarms, AutoCloseable {
  private static final JobKey RING = JobKey.jobKey("ring");
  private static final String SWEEPS = "sweeps";

  /** Between namespace and name; in neither of them. */
  private static final char SEPARATOR = '/';

  private final Scheduler scheduler;
  private final Map<JobKey, SweepRunner> sweeps = new ConcurrentHashMap<>();

  /** The alarms that have not rung yet, by {@code namespace/name}, as Quartz counts time. */
  private final Map<String, Map<String, Instant>> scheduled = new ConcurrentHashMap<>();

  private final Listener listener;

  /** A clock that does not tick before {@link #start}. */
  public QuartzAlarms(Listener listener) {
    this(listener, quartz());
  }

  /**
   * @param scheduler a new one that has not been started; belongs to the clock from now on
   */
  QuartzAlarms(Listener listener, Scheduler scheduler) {
    this.listener = requireNonNull(listener, "listener");
    this.scheduler = requireNonNull(scheduler, "scheduler");
    run(
        () -> {
          scheduler.setJobFactory((bundle, ignored) -> job(bundle.getJobDetail().getKey()));
          scheduler.addJob(detail(RING), true);
        });
  }

  static Scheduler quartz() {
    Properties properties = new Properties();
    // Quartz gives who asks for a name that is in use the scheduler that has this name.
    properties.setProperty("org.quartz.scheduler.instanceName", "deadlines-" + UUID.randomUUID());
    properties.setProperty("org.quartz.scheduler.threadName", "deadlines");
    properties.setProperty("org.quartz.threadPool.threadNamePrefix", "deadlines");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.setProperty("org.quartz.threadPool.threadCount", "2");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    try {
      return new StdSchedulerFactory(properties).getScheduler();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock cannot be set up", e);
    }
  }

  /**
   * Lets the clock tick: from now on alarms ring, and sweeps run, each for the first time at once.
   */
  public void start() {
    // Not before: Quartz passes over what was due long before the clock ticked.
    sweeps.forEach((key, runner) -> run(() -> schedule(key, runner.sweep().interval())));
    run(scheduler::start);
  }

  /** Runs a sweep regularly from {@link #start} on; each sweep's name is given once. */
  public void every(Sweep sweep) {
    sweeps.put(JobKey.jobKey(sweep.name(), SWEEPS), new SweepRunner(sweep));
  }

  private void schedule(JobKey key, Duration interval) throws SchedulerException {
    scheduler.scheduleJob(
        detail(key),
        TriggerBuilder.newTrigger()
            .withIdentity(key.getName(), SWEEPS)
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule()
                    .withIntervalInMilliseconds(interval.toMillis())
                    .repeatForever()
                    .withMisfireHandlingInstructionNextWithRemainingCount())
            .build());
  }

  /** A call that changes nothing costs no call of Quartz, as most passes change nothing. */
  @Override
  public void set(String namespace, String name, Map<String, Instant> alarms) {
    Map<String, Instant> wanted = new HashMap<>();
    alarms.forEach((alarm, at) -> wanted.put(alarm, tick(at)));
    scheduled.compute(
        namespace + SEPARATOR + name,
        (workflow, there) -> {
          Map<String, Instant> before = there == null ? Map.of() : there;
          if (!before.equals(wanted)) {
            run(() -> replace(workflow, before, wanted));
          }
          return wanted.isEmpty() ? null : Map.copyOf(wanted);
        });
  }

  private void replace(String workflow, Map<String, Instant> before, Map<String, Instant> wanted)
      throws SchedulerException {
    for (String alarm : before.keySet()) {
      if (!wanted.containsKey(alarm)) {
        scheduler.unscheduleJob(TriggerKey.triggerKey(alarm, workflow));
      }
    }
    for (Map.Entry<String, Instant> alarm : wanted.entrySet()) {
      if (!alarm.getValue().equals(before.get(alarm.getKey()))) {
        Trigger trigger = trigger(workflow, alarm.getKey(), alarm.getValue());
        // Quartz still holds a trigger that is ringing just now.
        scheduler.unscheduleJob(trigger.getKey());
        scheduler.scheduleJob(trigger);
      }
    }
  }

  @Override
  public void close() {
    run(() -> scheduler.shutdown(true));
    sweeps.values().forEach(SweepRunner::close);
  }

  /** Quartz counts milliseconds; rounded up, so that an alarm never rings before its instant. */
  private static Instant tick(Instant instant) {
    long millis = instant.toEpochMilli();
    return Instant.ofEpochMilli(
        Instant.ofEpochMilli(millis).isBefore(instant) ? millis + 1 : millis);
  }

  private static Trigger trigger(String workflow, String alarm, Instant at) {
    return TriggerBuilder.newTrigger()
        .withIdentity(alarm, workflow)
        .forJob(RING)
        .startAt(Date.from(at))
        .build();
  }

  private static JobDetail detail(JobKey key) {
    // The class is never made an instance of: the job factory knows what to run.
    return JobBuilder.newJob(Job.class).withIdentity(key).storeDurably().build();
  }

  private Job job(JobKey key) {
    return key.equals(RING) ? this::ring : context -> sweeps.get(key).start();
  }

  private void ring(JobExecutionContext context) {
    Trigger trigger = context.getTrigger();
    String workflow = trigger.getKey().getGroup();
    // From now on the same instant may be set anew; a later one may have been set meanwhile.
    scheduled.computeIfPresent(
        workflow, (key, there) -> without(there, trigger.getKey().getName(), trigger));
    int separator = workflow.indexOf(SEPARATOR);
    listener.ring(workflow.substring(0, separator), workflow.substring(separator + 1));
  }

  private static Map<String, Instant> without(
      Map<String, Instant> alarms, String alarm, Trigger rung) {
    Map<String, Instant> left = new HashMap<>(alarms);
    left.remove(alarm, rung.getStartTime().toInstant());
    return left.isEmpty() ? null : Map.copyOf(left);
  }

  private static void run(Scheduling scheduling) {
    try {
      scheduling.run();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock does not take it", e);
    }
  }

  @FunctionalInterface
  private interface Scheduling {
    void run() throws SchedulerException;
  }
}
