#!/bin/bash
#DW jobdw type=gfs2 capacity=10GB name=red-rock
#DW container name=one profile=red-rock-slushy DW_JOB_foo_local_storage=red-rock
#DW container name=two profile=red-rock-slushy DW_JOB_foo_local_storage=red-rock
srun ./simulation
