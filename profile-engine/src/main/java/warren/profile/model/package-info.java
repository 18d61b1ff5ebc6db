/**
 * Checks a part of a profile against the Kubernetes model it is to become: every field known, of
 * the right kind and within its range. The API server would say it at launch; here it is said when
 * the profile is written.
 */
package warren.profile.model;
