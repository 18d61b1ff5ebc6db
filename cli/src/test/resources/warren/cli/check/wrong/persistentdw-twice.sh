#!/bin/bash
#DW persistentdw name=keep
#DW persistentdw name=keep
srun ./simulation
