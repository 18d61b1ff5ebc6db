#!/bin/bash
#DW jobdw type=gfs2 capacity=10GB name=red-rock profile=Fast
srun ./simulation
