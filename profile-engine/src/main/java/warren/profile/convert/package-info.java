/**
 * From one published shape of profiles to the other, and what that costs. Pure: a profile in, a
 * profile and findings out.
 */
package warren.profile.convert;
