using System.Text.RegularExpressions;
var fromFile = "from the file";
int FromFile(int n) => n + 1;
