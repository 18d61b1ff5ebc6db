#!/bin/bash
#DW jobdw type type=gfs2 capacity=10GB name=red-rock
srun ./simulation
