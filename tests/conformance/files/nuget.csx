#r "nuget: MathNet.Numerics, 5.0.0"
var fromPackage = MathNet.Numerics.SpecialFunctions.Factorial(4);
