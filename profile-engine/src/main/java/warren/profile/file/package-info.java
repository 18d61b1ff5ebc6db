/** Profiles in files of an administrator, with the places of their fields. */
package warren.profile.file;
