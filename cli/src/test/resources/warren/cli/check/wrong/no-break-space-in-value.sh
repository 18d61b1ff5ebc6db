#!/bin/bash
#DW jobdw type=gfs2 capacity=10 GB name=red-rock
srun ./simulation
