#!/bin/bash
#DW jobdw type=gfs2 capacity=10GB name=red-rock
#DW copyin source=/lus/in destination=$DW_JOB_red_rock/in
srun ./simulation
