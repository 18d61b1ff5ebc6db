#!/bin/bash
#DW persistentdw name=keep type=lustre
srun ./simulation
