/** {@code warren profile}: what an administrator and a container author do with profiles. */
package warren.cli.profile;
