#!/bin/bash
#DW JOBDW type=gfs2 capacity=10GB name=red-rock
srun ./simulation
