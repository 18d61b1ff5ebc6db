/**
 * The resources of DWS and NNF as Warren reads them: their own names, groups and fields. Models are
 * a subset; unknown fields are ignored when read, so a resource is never written back whole.
 */
package warren.api;
