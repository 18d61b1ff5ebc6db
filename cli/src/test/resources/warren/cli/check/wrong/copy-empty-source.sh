#!/bin/bash
#DW jobdw type=gfs2 capacity=10GB name=red-rock
#DW copy_in source= destination=$DW_JOB_red_rock/in
srun ./simulation
