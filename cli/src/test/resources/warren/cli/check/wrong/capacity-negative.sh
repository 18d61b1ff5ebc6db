#!/bin/bash
#DW jobdw type=gfs2 capacity=-1GB name=red-rock
srun ./simulation
