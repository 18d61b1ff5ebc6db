/**
 * What a failed request to the API server means: whether to look again, to wait, or to give up, and
 * what to tell the user. Creates, patches, dry runs and clients all ask here. Pure: nothing in this
 * package sends a request.
 */
package warren.apiserver;
