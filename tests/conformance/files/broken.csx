var fine = 1;
int broken = "text";
