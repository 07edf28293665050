package org.quanhe.crm.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class NativeHeapTest {
    @Test
    void givesBackWhereTheJvmCanAndSaysSoWhereItCannot() throws Exception {
        var commands = ManagementFactory.getPlatformMBeanServer()
                .getMBeanInfo(new ObjectName("com.sun.management:type=DiagnosticCommand"))
                .getOperations();
        var known =
                Arrays.stream(commands).anyMatch(command -> command.getName().equals("systemTrimNativeHeap"));
        assertThat(NativeHeap.giveBack()).isEqualTo(known);
    }
}
