// One seed for every run, so that a change is what turns a property red, and not the day's draw; the long form of the
// tests draws a new one each time, and prints it with what it finds.
import fc from "fast-check";

if (process.env.AGON_LONG !== "1") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 1_896 });
