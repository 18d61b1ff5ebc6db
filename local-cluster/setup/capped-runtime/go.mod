module warren/local-cluster/capped-runtime

go 1.24.0
