#!/bin/bash
#DW jobdw type=gfs2 capacity=10GB name=red-rock
#DW container name=slushy profile=red-rock-slushy DW_JOB_foo_local_storage=
srun ./simulation
