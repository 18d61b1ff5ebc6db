/** {@code warren secret}: pull secrets for an administrator, made and tried. */
package warren.cli.secret;
