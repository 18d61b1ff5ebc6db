/**
 * The agent of one Rabbit: makes and removes the directories that RabbitDirectory objects ask for.
 * The agent runs as root with few capabilities, takes no path but its two storage roots, follows no
 * link, and uses nothing but the JDK.
 */
package warren.rabbit;
