#!/bin/bash
#DW jobdw name=my-gfs2 type=gfs2 capacity=10GB
#DW container name=my-container profile=red-rock-slushy DW_JOB_foo_local_storage=my-gfs2
