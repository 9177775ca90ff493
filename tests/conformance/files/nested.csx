#load "loaded.csx"
int FromNested() => FromFile(1) * 10;
