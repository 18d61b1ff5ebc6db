#!/bin/bash
#DW destroy_persistent name=keep
#DW persistentdw name=keep
srun ./simulation
