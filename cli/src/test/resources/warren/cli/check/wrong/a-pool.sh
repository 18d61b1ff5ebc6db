#!/bin/bash
#DW jobdw type=gfs2 capacity=10GB name=red-rock pool=nnf
srun ./simulation
