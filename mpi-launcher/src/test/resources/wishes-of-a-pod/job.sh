#!/bin/bash
#DW jobdw type=gfs2 capacity=1GB name=my-scratch
#DW container name=c-one profile=wishes-of-a-pod DW_JOB_scratch=my-scratch
