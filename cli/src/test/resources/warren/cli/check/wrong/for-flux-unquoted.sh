#!/bin/bash
#FLUX: -S dw=#DW jobdw type=gfs2 capacity=10GB name=red-rock
#FLUX: #DW persistentdw name=keep
flux run hostname
