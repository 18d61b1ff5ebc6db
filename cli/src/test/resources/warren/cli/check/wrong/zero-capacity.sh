#!/bin/bash
#DW jobdw type=gfs2 capacity=0GB name=red-rock
srun ./simulation
