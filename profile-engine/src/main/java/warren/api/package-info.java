/**
 * The resources of DWS and NNF as Warren reads them: their own names, groups and fields. A model
 * knows the fields that Warren uses; each level keeps those it does not know in {@code unknown}, so
 * that what is read, edited and written differs in nothing but the edit. An empty list or map is
 * written as upstream writes it: not at all, unless the field is required.
 */
package warren.api;
