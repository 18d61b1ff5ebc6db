module warren/local-cluster/reaper

go 1.24.0
