#!/bin/bash
#DW jobdw Type=gfs2 capacity=10GB name=red-rock
srun ./simulation
