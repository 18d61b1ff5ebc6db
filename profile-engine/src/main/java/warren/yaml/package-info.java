/**
 * YAML and JSON text as values that know where they stand; how the text is hostile is told as
 * findings.
 */
package warren.yaml;
