/**
 * Container profiles: both published shapes read into one {@link warren.profile.ResolvedProfile},
 * with every finding about them. Only the catalog knows a cluster.
 */
package warren.profile;
