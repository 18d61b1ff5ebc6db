#!/bin/bash
#DW jobwd type=gfs2 capacity=10GB name=red-rock
srun ./simulation
