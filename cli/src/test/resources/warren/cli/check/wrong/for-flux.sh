#!/bin/bash
#FLUX: -N 2
#FLUX: -S dw="""
#FLUX: #DW jobdw type=gfs2 capacity=10 name=red-rock
#FLUX: #DW container name=slushy profile=red-rock-slushy DW_JOB_foo_local_storage=redrock
#FLUX: """
#DW persistentdw name=keep
flux run hostname
