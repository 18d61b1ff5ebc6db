package warren.operator.deadlines;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
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
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Quartz trigger an alarm, in a group a workflow; one Quartz job a sweep. */
public final class QuartzAlarms implements Alarms, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QuartzAlarms.class);
  private static final JobKey RING = JobKey.jobKey("ring");
  private static final String NAMESPACE = "namespace";
  private static final String NAME = "name";
  private static final String SWEEPS = "sweeps";

  private record Sweep(Duration interval, Runnable task) {}

  private final Scheduler scheduler;
  private final Map<JobKey, Sweep> sweeps = new ConcurrentHashMap<>();
  private final Listener listener;

  /** A clock that does not tick before {@link #start}. */
  public QuartzAlarms(Listener listener) {
    this.listener = requireNonNull(listener, "listener");
    Properties properties = new Properties();
    properties.setProperty("org.quartz.scheduler.instanceName", "warren-deadlines");
    properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.setProperty("org.quartz.threadPool.threadCount", "2");
    properties.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    try {
      scheduler = new StdSchedulerFactory(properties).getScheduler();
      scheduler.setJobFactory((bundle, ignored) -> job(bundle.getJobDetail().getKey()));
      scheduler.addJob(detail(RING), true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the clock cannot be set up", e);
    }
  }

  /**
   * Lets the clock tick: from now on alarms ring, and sweeps run, each for the first time at once.
   */
  public void start() {
    // Not before: Quartz passes over what was due long before the clock ticked.
    sweeps.forEach((key, sweep) -> run(() -> schedule(key, sweep.interval())));
    run(scheduler::start);
  }

  /** Has this run regularly; one that fails is logged and runs again next time. */
  public void every(Duration interval, String name, Runnable task) {
    sweeps.put(JobKey.jobKey(name, SWEEPS), new Sweep(interval, task));
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

  @Override
  public void set(String namespace, String name, Map<String, Instant> alarms) {
    String group = namespace + "/" + name;
    Map<String, Instant> wanted = new LinkedHashMap<>(alarms);
    run(
        () -> {
          for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(group))) {
            Trigger there = scheduler.getTrigger(key);
            Instant at = wanted.get(key.getName());
            if (there != null && at != null && there.getStartTime().toInstant().equals(tick(at))) {
              wanted.remove(key.getName());
            } else {
              scheduler.unscheduleJob(key);
            }
          }
          for (Map.Entry<String, Instant> alarm : wanted.entrySet()) {
            scheduler.scheduleJob(trigger(namespace, name, alarm.getKey(), tick(alarm.getValue())));
          }
        });
  }

  @Override
  public void close() {
    run(() -> scheduler.shutdown(true));
  }

  /** Quartz counts milliseconds; rounded up, so that an alarm never rings before its instant. */
  private static Instant tick(Instant instant) {
    long millis = instant.toEpochMilli();
    return Instant.ofEpochMilli(
        Instant.ofEpochMilli(millis).isBefore(instant) ? millis + 1 : millis);
  }

  private static Trigger trigger(String namespace, String name, String alarm, Instant at) {
    return TriggerBuilder.newTrigger()
        .withIdentity(alarm, namespace + "/" + name)
        .forJob(RING)
        .usingJobData(NAMESPACE, namespace)
        .usingJobData(NAME, name)
        .startAt(Date.from(at))
        .build();
  }

  private static JobDetail detail(JobKey key) {
    // The class is never made an instance of: the job factory knows what to run.
    return JobBuilder.newJob(Job.class).withIdentity(key).storeDurably().build();
  }

  private Job job(JobKey key) {
    return key.equals(RING) ? this::ring : context -> sweep(key);
  }

  private void ring(JobExecutionContext context) {
    var data = context.getTrigger().getJobDataMap();
    listener.ring(data.getString(NAMESPACE), data.getString(NAME));
  }

  private void sweep(JobKey key) {
    try {
      sweeps.get(key).task().run();
    } catch (RuntimeException e) {
      LOG.warn("{} failed, and will be tried again: {}", key.getName(), e.getMessage());
    }
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
